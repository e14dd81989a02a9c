# Files of the root and of modules, found by patterns.
module "site" {
  source = "./site"
  prefix = "v1"
}

locals {
  types = { html = "text/html", css = "text/css" }
  files = fileset("${path.module}/site/content", "**")
}

resource "aws_s3_object" "root" {
  for_each     = setsubtract(local.files, fileset("${path.module}/site/content", "**/*.css"))
  key          = each.value
  source       = "${path.module}/site/content/${each.value}"
  etag         = filemd5("${path.module}/site/content/${each.value}")
  content_type = lookup(local.types, element(split(".", each.value), length(split(".", each.value)) - 1), "application/octet-stream")
}

resource "terraform_data" "read" {
  input = {
    all     = local.files
    braces  = fileset(path.module, "site/content/*.{html,css}")
    single  = fileset("site/content", "?.html")
    twice   = fileset(path.module, "site/**/**/*.html")
    above   = fileset("site/content/sub", "../*.css")
    back    = fileset("site/content", "../content/sub/*")
    rooted  = fileset("site/content", "/sub//n*")
    file    = length(fileset("site/content/a.html", "*"))
    broken  = try(fileset(path.module, "site/["), "none")
    none    = length(fileset("site/none", "*"))
    dirs    = distinct([for f in local.files : dirname(f)])
    by_ext  = { for f in local.files : try(regex("\\.([a-z]+)$", f)[0], "none") => f... }
    sorted  = sort([for f in local.files : upper(f)])
    exists  = [for f in ["site/content/a.html", "site/content/z.html"] : fileexists("${path.module}/${f}")]
    module  = module.site.keys
    digests = { for k, o in module.site.objects : k => o.etag == filemd5("${path.root}/site/content/${k}") }
    lines   = length(split("\n", trimspace(file("site/content/sub/deep/c.txt"))))
  }
}
