# The usual mistakes in the file of a profile.
bad() {
    printf "$1" > x.profile
    echo "$1" >&2
    recap-import -c ppwp -s x -p ./x.profile - < /dev/null || return 0
}
bad '[kolom]\ns01=a\n'
bad '[profil]\nwarna=biru\n'
bad '[profil]\nangka=de\n'
bad '[profil]\n[warna]\n'
bad '[profil]\n[kolom]\ns01=/a\n'
bad '[profil]\n[kolom]\ns01=/a(/\n'
bad '[profil]\n[kolom]\ns01=\n'
