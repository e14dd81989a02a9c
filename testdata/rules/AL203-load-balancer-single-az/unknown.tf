variable "subnets" {
  type = list(string)
}

variable "first" {
  type = string
}

variable "second" {
  type = string
}

resource "aws_lb" "web" { # unknown AL203
  subnets = var.subnets
}

resource "aws_lb" "network" { # unknown AL203
  load_balancer_type = "network"
  subnet_mapping {
    subnet_id = var.first
  }
  subnet_mapping {
    subnet_id = var.second
  }
}

# A Local Zone has no other beside it.
resource "aws_subnet" "local" {
  vpc_id            = "vpc-1"
  cidr_block        = "10.0.9.0/24"
  availability_zone = "us-west-2-lax-1a"
}

resource "aws_lb" "local" { # unknown AL203
  subnets = [aws_subnet.local.id]
}
