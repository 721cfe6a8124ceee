# Neither is chosen: both are rejected, each naming the other.
mkdir a b
printf '{"chart":{"100025":72},"administrasi":null,"ts":"2024-02-15 10:00:00"}\n' > a/3299011001001.json
printf '{"chart":{"100025":73},"administrasi":null,"ts":"2024-02-15 10:00:00"}\n' > b/3299011001001.json
printf '{"chart":{"100025":1},"administrasi":null}\n' > b/3299011001002.json
recap-import -c ppwp -s sirekap a b
