# Made-up inputs; each folder shows one thing, and every one is used by a test.
EXTRA_DIST += \
	%D%/README.md \
	%D%/berkas-rusak \
	%D%/kecamatan \
	%D%/potret \
	%D%/satu-tps \
	$(NULL)
