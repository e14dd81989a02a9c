resource "aws_security_group" "cbd" {
  name_prefix = concat(var.security_group_name, ["${module.this.id}${module.this.delimiter}"])[0]
}
