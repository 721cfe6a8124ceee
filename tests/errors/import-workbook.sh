# A workbook is a zip without documents. This one is empty but for its first bytes.
printf 'PK\005\006\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000' > ketik.xlsx
recap-import -c ppwp -s plano ketik.xlsx
