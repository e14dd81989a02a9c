# Override files: attributes are replaced one by one, blocks of one type together, and so are locals and defaults.
variable "size" {
  type    = string
  default = "small"
}

locals {
  kept    = "kept"
  changed = "base"
}

resource "aws_instance" "a" {
  instance_type = var.size
  ami           = "ami-base"
  tags          = { Name = local.changed, Kept = local.kept }

  ebs_block_device {
    device_name = "sda"
  }

  ebs_block_device {
    device_name = "sdb"
  }

  metadata_options {
    http_tokens = "required"
  }
}

module "m" {
  source = "./m"
  a      = "base"
  b      = "base"
}
