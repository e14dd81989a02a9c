provider "aws" {}
locals {
  sizes = { min = var.min, max = 4 }
  map   = { a = { size = var.min } }
  tags  = { x = "1", y = "2" }
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  stickiness {
    enabled = true
    type    = "lb_cookie"
  }
  tags = {
    Name = "web"
    "Quoted" = "yes"
  }
  lifecycle { ignore_changes = [port, name] }
}

resource "aws_autoscaling_group" "web" {
  vpc_zone_identifier = [aws_subnet.a.id,
    aws_subnet.b.id,
  ]
  tag {
    key   = "a"
    value = "b"
  }

  dynamic "tag" {
    for_each = local.tags
    content {
      key   = tag.key
      value = tag.value
      deep {
        x = 1
      }
    }
  }


  min_size          = local.sizes.min
  max_size          = local.sizes.max
  health_check_type = true ? var.given : "EC2"
  desired           = max(var.min, 1)
}


variable "min" {
  default = 2
}

variable "multi_az" {
  default = false
}

variable "given" {
  default = "EC2"
}

# The database has a module of its own.

module "db" {
  source   = "./db"
  multi_az = var.multi_az
  config   = { size = "small" }
}

resource "aws_t" "output" {
  port = module.db.port
}

resource "aws_t" "each" {
  for_each = local.map
  size     = each.value.size
}

resource "aws_subnet" "a" {}
resource "aws_subnet" "b" {}

resource "aws_t" "repeated" {
  dynamic "setting" {
    for_each = local.settings
    iterator = it
    content {
      size = it.value.size
      name = it.key
    }
  }
}

locals {
  settings = [{ size = 1 }, { size = var.min }]
}
