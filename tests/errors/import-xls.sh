# The files of Excel before 2007 are another format.
printf '\320\317\021\340\241\261\032\341 and more' > lama.xls
recap-import -c ppwp -s plano lama.xls
