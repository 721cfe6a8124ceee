# All members are there, but not the list of them: nobody knows whether more are missing.
# The zip has one stored member, 3299011001001.json, with {"chart":{"100025":1}}.
printf 'PK\003\004\012\000\000\000\000\000\000\000\041\000\232\166\300\326\025\000\000\000\025\000\000\000\022\000\000\0003299011001001.json{"chart":{"100025":1}}' > putus.zip
recap-import -c ppwp -s sirekap putus.zip
