# Texts taken apart and put together: regex with and without groups, replace, split, trims, cases, substr.
variable "arn" {
  default = "arn:aws:iam::123456789012:role/path/to/my-role"
}

variable "image" {
  default = "registry.example.com:5000/team/app:v1.2.3"
}

locals {
  arn    = zipmap(["arn", "partition", "service", "region", "account", "resource"], split(":", var.arn))
  image  = regex("^(?P<host>[^/]+)/(?P<path>.+):(?P<tag>[^:]+)$", var.image)
  semver = regex("v(\\d+)\\.(\\d+)\\.(\\d+)", var.image)
  name   = lower(replace(title("some service name"), "/[^A-Za-z]/", ""))
}

resource "aws_iam_role" "this" {
  name    = element(reverse(split("/", local.arn.resource)), 0)
  path    = "/${join("/", slice(split("/", local.arn.resource), 1, length(split("/", local.arn.resource)) - 1))}/"
  account = local.arn["account"]
  short   = substr(local.name, 0, 8)
  unique  = format("%s-%s", trimsuffix(substr(local.name, 0, 10), "-"), substr(md5(local.name), 0, 4))
}

resource "terraform_data" "all" {
  input = {
    image    = local.image
    semver   = [for p in local.semver : tonumber(p)]
    major    = tonumber(split(".", trimprefix(local.image.tag, "v"))[0]) >= 1
    single   = regex("[a-z]+", "123abc456")
    all      = regexall("[a-z]([0-9])?", "a1bc2")
    none     = length(regexall("x", "abc"))
    can      = [can(regex("^[a-z]{2}-[a-z]+-\\d$", "eu-west-1")), can(regex("^x", "abc"))]
    replaced = [replace("a.b.c", ".", "-"), replace("hello", "/l+/", "L"), replace("abc", "/(a)(b)/", "$2$1"), replace("a1b2", "/[0-9]/", ""), replace("x/y", "/", "_")]
    trims    = [trimspace("  x\n"), trim("--x--", "-"), trimprefix("abc", "ab"), trimsuffix("abc", "c"), chomp("x\r\n\n"), trim("?!x!?", "!?")]
    cases    = [upper("aé"), lower("AÉ"), title("hello wORLD-x y_z")]
    substrs  = [substr("hello", 1, 3), substr("hello", -3, -1), substr("hello", 0, 99), substr("héllo", 1, 1), substr("", 0, 1)]
    splits   = [split(",", "a,b,,c"), split(",", ""), split("", "abc"), join("", split("-", "a-b"))]
    tests    = [startswith("abc", "ab"), endswith("abc", "bc"), strcontains("abc", "b"), startswith("abc", "")]
    reversed = strrev("añb")
    indents  = indent(2, "a\nb\nc")
    join     = [join("-", ["a", 1, true]), join(", ", []), join("", ["x"])]
    escapes  = [replace("a\\b", "\\", "/"), replace("a\"b", "\"", "'"), "back\\slash", "tab\there"]
    words    = [for w in split(" ", "  two  words ") : w if w != ""]
    keyed    = { for p in split("&", "a=1&b=2") : split("=", p)[0] => split("=", p)[1] }
    camel    = join("", [for i, w in split("_", "snake_case_name") : i == 0 ? w : title(w)])
    urls     = [urlencode("a b&c=d/é"), basename("https://x.org/a/b.zip"), dirname("/a/b/c")]
  }
}
