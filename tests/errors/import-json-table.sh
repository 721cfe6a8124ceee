# A child that cannot be taken does not keep its sisters out.
cat > 329901.json <<'JSON'
{
  "chart": { "100025": 72 },
  "table": {
    "3299011001": { "100025": 40, "persen": 100.0, "progres": { "total": 2, "progres": 2 } },
    "3299011002": { "100025": "3Z", "progres": { "total": 1, "progres": 1 } },
    "3299011x03": { "100025": 2 },
    "329901100": { "100025": 1 },
    "3299011004": { "100099": 1 }
  },
  "ts": "2024-02-15 00:46:45"
}
JSON
recap-import -c ppwp -s sirekap 329901.json
