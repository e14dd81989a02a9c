# Files and templates below the root.
locals {
  vars  = { name = "web", ports = [80, 443], nested = { a = "b" } }
  files = fileset("${path.module}/files", "**/*.txt")
}

resource "aws_instance" "a" {
  user_data        = templatefile("${path.module}/files/init.sh.tftpl", local.vars)
  user_data_base64 = base64encode(file("${path.module}/files/a.txt"))
  digest           = [filemd5("files/a.txt"), filesha256("${path.root}/files/a.txt"), filebase64sha256("files/a.txt"), filebase64("files/sub/b.txt")]
  exists           = [fileexists("files/a.txt"), fileexists("files/none.txt")]
  listed           = [for f in local.files : f]
  decoded          = jsondecode(file("files/data.json")).items[*].id
  yaml             = yamldecode(file("files/data.yaml"))
  missing          = try(file("files/none.txt"), "none")
  name             = basename("files/a.txt")
}

resource "aws_s3_object" "each" {
  for_each = { for f in local.files : f => trimspace(file("${path.module}/files/${f}")) }
  key      = each.key
  content  = each.value
}
