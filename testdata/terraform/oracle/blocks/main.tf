# Blocks that make no resource of their own, meta-arguments, and nested blocks of every depth.
terraform {
  required_version = ">= 1.0"
}

variable "size" {
  type    = number
  default = 2

  validation {
    condition     = var.size > 0
    error_message = "Must be positive."
  }
}

check "size" {
  assert {
    condition     = var.size < 10
    error_message = "Large."
  }
}

moved {
  from = aws_instance.old
  to   = aws_instance.web
}

resource "aws_instance" "web" {
  count         = var.size
  instance_type = "t3.micro"
  depends_on    = [aws_vpc.main]

  root_block_device {
    volume_size = 10 * (count.index + 1)
    encrypted   = true
  }

  network_interface {
    device_index = 0

    addresses {
      private = "10.0.0.${count.index + 10}"
      aliases = ["a${count.index}"]
    }

    addresses {
      private = null
    }
  }

  network_interface {
    device_index = 1
  }

  lifecycle {
    create_before_destroy = true
    ignore_changes        = [tags]

    precondition {
      condition     = var.size > 0
      error_message = "None."
    }
  }

  provisioner "local-exec" {
    command = "echo ${self.id}"
  }

  timeouts {
    create = "10m"
  }
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
  tags       = {}
}

resource "terraform_data" "reads" {
  triggers_replace = [aws_vpc.main.cidr_block, var.size]
  input = {
    size    = aws_instance.web[1].root_block_device[0].volume_size
    sizes   = flatten(aws_instance.web[*].root_block_device[*].volume_size)
    private = [for i in aws_instance.web : i.network_interface[0].addresses[0].private]
    devices = aws_instance.web[0].network_interface[*].device_index
    aliases = aws_instance.web.*.network_interface.0.addresses.0.aliases
    tags    = aws_vpc.main.tags
    none    = length(aws_vpc.main.tags)
  }
}
