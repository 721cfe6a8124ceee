# A fault is shown where it is: on its own line of a record, without the CR of CRLF.
header=kontes,kode,sumber,desa,s01
printf '%s\r\nppwp,3907122001001,plano,DESA,1O3\r\n' "$header" > crlf.csv
printf '%s\nppwp,3907122001001,plano,"DESA\nRANDU",1O3\n' "$header" > lines.csv
printf '%s\nppwp,3907122001001,"plano","DE\n""SA"",1\n' "$header" > open.csv
for table in crlf.csv lines.csv open.csv; do
    recap-check "$table" || echo "status $?"
done
