# format and formatlist with every verb, width and flag that is used.
variable "names" {
  type    = list(string)
  default = ["a", "b"]
}

resource "terraform_data" "formats" {
  input = {
    texts    = [format("%s", "x"), format("%s-%s", "a", 1), format("%v|%v|%v", 1.5, true, "s"), format("%q", "a\"b"), format("%5s|%-5s|%.2s", "ab", "ab", "abcdef")]
    numbers  = [format("%d", 3), format("%03d", 7), format("%+d", 4), format("%5d|%-5d|", 42, 42), format("%x %X %o %b", 255, 255, 8, 5), format("% d", 5)]
    floats   = [format("%f", 1.5), format("%.2f", 3.14159), format("%08.3f", 3.14159), format("%e", 123456), format("%g %g", 1e6, 0.5), format("%.0f", 2.5)]
    bools    = [format("%t", true), format("%v", false)]
    values   = [format("%v", [1, "a"]), format("%v", { a = null }), format("%#v", "x"), format("%#v", { b = 1, a = [true] })]
    percents = [format("100%%"), format("%%s"), format("%d%%", 5)]
    indexed  = [format("%[2]s %[1]s", "a", "b"), format("%[1]s %[1]s", "x")]
    convert  = [format("%s", 1.10), format("%d", "5"), format("%s", true), format("%f", "2")]
    lists    = [formatlist("%s!", var.names), formatlist("%s-%s", var.names, ["x", "y"]), formatlist("%s=%d", "k", [1, 2]), formatlist("same"), formatlist("%s", [])]
    counted  = [for i in range(3) : format("web-%02d.%s", i + 1, "example.com")]
    dates    = [formatdate("DD MMM YYYY hh:mm ZZZ", "2018-01-02T23:12:01Z"), formatdate("EEEE, DD-MMM-YY hh:mm:ss ZZZ", "2018-01-02T23:12:01-08:00"), formatdate("HH 'o''clock' AA", "2018-01-02T23:12:01Z")]
  }
}
