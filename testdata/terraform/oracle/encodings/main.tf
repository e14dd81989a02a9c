# Encodings, digests, times and identifiers that do not change from plan to plan.
locals {
  text = "Hello, Wörld!\n"
  csv  = <<-EOT
    name,size,"quoted, comma"
    a,1,x
    b,"2","y ""z"""
  EOT
}

resource "terraform_data" "all" {
  input = {
    base64   = [base64encode(local.text), base64decode(base64encode(local.text)), textencodebase64("é", "UTF-16LE"), textdecodebase64("6QA=", "UTF-16LE")]
    digests  = [md5(local.text), sha1(local.text), sha256(local.text), sha512("a"), base64sha256("a"), base64sha512("a")]
    uuid     = [uuidv5("dns", "www.terraform.io"), uuidv5("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "x")]
    csv      = csvdecode(local.csv)
    url      = urlencode("a+b c/é?")
    times    = [timeadd("2024-02-28T23:00:00Z", "48h30m"), timecmp("2024-01-01T00:00:00Z", "2024-01-01T01:00:00+01:00"), formatdate("YYYY-MM-DD'T'hh:mm:ssZ", "2024-02-03T04:05:06Z"), formatdate("D MMMM EEE h AA", "2024-02-03T16:05:06Z")]
    json     = jsondecode(base64decode(base64encode("{\"a\":1}"))).a
    sizes    = { for r in csvdecode(local.csv) : r.name => tonumber(r.size) }
    ids      = [for i in range(3) : substr(sha1("seed-${i}"), 0, 8)]
    hex      = [parseint("ff", 16), format("%x", 255), parseint(substr(md5("x"), 0, 4), 16)]
    userdata = base64encode(join("\n", ["#!/bin/sh", "echo ${local.text}"]))
  }
}
