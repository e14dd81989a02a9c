module "off" {
  source  = "cloudposse/label/null"
  version = "0.25.0"

  enabled = false
  name    = "off"
}

module "each" {
  source   = "cloudposse/label/null"
  version  = "0.25.0"
  for_each = toset(["web", "worker"])

  name    = each.key
  context = module.off.context
  enabled = each.key == "web"
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  count         = module.each["web"].enabled ? 1 : 0
  tags          = module.each["web"].tags
}
