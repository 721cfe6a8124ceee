# The code of the TPS is nowhere but in the name of the file.
printf '{"chart":null,"administrasi":null}\n' > tps-1.json
recap-import -c ppwp -s sirekap tps-1.json
