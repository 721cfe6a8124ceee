# An .ods file: repeated cells and rows, blanks that are elements, a hidden sheet; what is no count in
# a column of numbers.
command -v zip > /dev/null || { echo 'zip is not installed'; exit 77; }
cat > content.xml << 'END'
<office:document-content><office:automatic-styles>
<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles><office:body><office:spreadsheet>
<table:table table:name="Ketikan" table:style-name="ta1">
<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>Kode<text:s/>TPS</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>Desa</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>suara_<text:span>sah</text:span></text:p></table:table-cell>
<table:table-cell office:value-type="string"><office:annotation><text:p>catatan</text:p></office:annotation><text:p>suara_total</text:p></table:table-cell>
<table:table-cell table:number-columns-repeated="16380"/></table:table-row>
<table:table-row><table:table-cell office:value-type="float" office:value="3907122001001"><text:p>3.907.122.001.001</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>RANDU<text:s text:c="1"/>ASRI</text:p></table:table-cell>
<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="163" calcext:value-type="float"><text:p>163,00</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>3907122001002</text:p></table:table-cell><table:covered-table-cell/>
<table:table-cell office:value-type="date" office:date-value="2024-02-14"><text:p>45336</text:p></table:table-cell>
<table:table-cell office:value-type="percentage" office:value="0.125"><text:p>13%</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>3907122001003</text:p></table:table-cell><table:table-cell/>
<table:table-cell table:formula="of:=1+1"/>
<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>3907122001004</text:p></table:table-cell><table:table-cell/>
<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>1</text:p></table:table-cell>
<table:table-cell office:value-type="time" office:time-value="PT12H30M00S"><text:p>12</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1048500"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
</table:table>
<table:table table:name="Lama" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="string"><text:p>kode</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>s01</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>3907122001009</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>?</text:p></table:table-cell></table:table-row></table:table>
</office:spreadsheet></office:body></office:document-content>
END
zip -q ketikan.ods content.xml
recap-import -c ppwp -s plano ketikan.ods
