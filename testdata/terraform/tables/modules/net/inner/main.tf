variable "zones" {
  type = map(string)
}

resource "aws_subnet" "this" { #= module.each["x"].module.subnets.aws_subnet.this["a"] module.each["y"].module.subnets.aws_subnet.this["a"] module.each["y"].module.subnets.aws_subnet.this["b"] module.maybe[0].module.subnets.aws_subnet.this["a"]? module.net.module.subnets.aws_subnet.this["a"] module.net.module.subnets.aws_subnet.this["b"]
  for_each          = var.zones
  availability_zone = each.key
  name              = each.value #= "x-a" | "y-a" | "y-b" | "unnamed-a" | "main-a" | "main-b"
}

output "ids" {
  value = [for s in aws_subnet.this : s.id]
}

output "zones" {
  value = values(aws_subnet.this)[*].availability_zone
}
