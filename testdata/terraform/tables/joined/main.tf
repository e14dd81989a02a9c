# Lists that are handed around as texts.

variable "unknown" {}

resource "aws_subnet" "a" {
  count = 2
}

module "m" {
  source  = "./m"
  subnets = join(",", aws_subnet.a[*].id)
  known   = "a,b"
}

locals {
  joined = join(",", [aws_subnet.a[0].id, "subnet-1"])
}

resource "aws_t" "t" {
  direct    = split(",", join(",", aws_subnet.a[*].id)) #= [? <aws_subnet.a[0].id>, ? <aws_subnet.a[1].id>]
  legacy    = ["${split(",", "${join(",", aws_subnet.a.*.id)}")}"] #= [? <aws_subnet.a[0].id>, ? <aws_subnet.a[1].id>]
  second    = element(split(",", local.joined), 1) #= "subnet-1"
  indexed   = split(",", local.joined)[0] #= ? <aws_subnet.a[0].id>
  inside    = module.m.first #= ? <aws_subnet.a[0].id>
  output    = split(",", module.m.joined) #= [? <aws_subnet.a[0].id>, ? <aws_subnet.a[1].id>]
  known     = module.m.known #= ["a", "b"]
  other     = split(";", join(",", aws_subnet.a[*].id)) #= ? <aws_subnet.a[0].id, aws_subnet.a[1].id>
  commas    = split(",", join(",", [var.unknown, aws_subnet.a[0].id])) #= ? <aws_subnet.a[0].id>
  made      = split(",", join(",", ["${aws_subnet.a[0].id}-x", "y"])) #= ? <aws_subnet.a[0].id>
  with      = split(",", join(",", ["a,b", aws_subnet.a[0].id])) #= ? <aws_subnet.a[0].id>
  tags      = split(",", join(",", [aws_subnet.a[0].cidr])) #= ? <aws_subnet.a[0].cidr>
  nothing   = split(",", join(",", [])) #= [""]
  numbers   = split(",", join(",", [1, 2])) #= ["1", "2"]
  formatted = split(",", "${join(",", aws_subnet.a[*].id)},x") #= ? <aws_subnet.a[0].id, aws_subnet.a[1].id>
}
