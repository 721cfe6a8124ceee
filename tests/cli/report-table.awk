# A made-up sound presidential table of one kecamatan: awk -v desa='32 4 15' -f report-table.awk
# The last TPS of the second desa is 901. Columns are in form order, so that sums can be compared.
function line(d, t, name,    l, p, ul, up, ml, mp, kl, kp, all, bad, a, b, got, spoiled) {
    l = 80 + (t * 7 + d) % 60
    p = 80 + (t * 11 + d) % 60
    ul = l - 10 - t % 5
    up = p - 9 - t % 3
    ml = t % 3
    mp = t % 2
    kl = t % 4
    kp = 1
    all = ul + up + ml + mp + kl + kp
    bad = t % 7
    a = int((all - bad) * (30 + t % 40) / 100)
    b = int((all - bad - a) / 2)
    spoiled = t % 3
    got = l + p + int((l + p) * 2 / 100) + 1
    if (got < all + spoiled)
        got = all + spoiled
    printf "ppwp,130901%04d%03d,plano,SUMATERA BARAT,KABUPATEN KEPULAUAN SIBERUT BARAT DAYA,", 2000 + d, t
    printf "SIKAKAP TENGAH UTARA,%s,%03d,%d,%d,%d,%d,%d,%d,", name, t, l, p, l + p, ul, up, ul + up
    printf "%d,%d,%d,%d,%d,%d,%d,%d,%d,", ml, mp, ml + mp, kl, kp, kl + kp, ul + ml + kl, up + mp + kp, all
    printf "%d,%d,%d,%d,%d,%d,%d,", got, all, spoiled, got - all - spoiled, t % 3, t % 2, t % 3 + t % 2
    printf "%d,%d,%d,%d,%d,%d\n", a, b, all - bad - a - b, all - bad, bad, all
}
BEGIN {
    print "kontes,kode,sumber,provinsi,kabko,kecamatan,desa,tps," \
        "pemilih_dpt_l,pemilih_dpt_p,pemilih_dpt_j,pengguna_dpt_l,pengguna_dpt_p,pengguna_dpt_j," \
        "pengguna_pindahan_l,pengguna_pindahan_p,pengguna_pindahan_j," \
        "pengguna_khusus_l,pengguna_khusus_p,pengguna_khusus_j," \
        "pengguna_total_l,pengguna_total_p,pengguna_total_j," \
        "surat_diterima,surat_digunakan,surat_dikembalikan,surat_tidak_digunakan," \
        "disabilitas_l,disabilitas_p,disabilitas_j,s01,s02,s03,suara_sah,suara_tidak_sah,suara_total"
    split("SAGULUBBEK PERBATASAN SELATAN|TAILELEU|MUARA SIBERUT HILIR", names, "|")
    n = split(desa, sizes, " ")
    for (d = 1; d <= n; d++)
        for (t = 1; t <= sizes[d]; t++)
            line(d, d == 2 && t == sizes[d] ? 901 : t, d in names ? names[d] : "DESA " d)
}
