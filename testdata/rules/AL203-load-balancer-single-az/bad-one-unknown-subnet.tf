# Whatever the subnet is, it is one.
variable "subnet" {
  type = string
}

resource "aws_lb" "network" {
  load_balancer_type = "network"
  subnet_mapping {
    subnet_id = var.subnet # want AL203 "aws_lb.network lies only in"
  }
}

# AWS refuses this one in a sandbox, too.
resource "aws_lb" "web" {
  subnets = [var.subnet] # want AL203 "AWS refuses"
  tags = {
    Environment = "sandbox"
  }
}

resource "aws_lb" "trial" {
  load_balancer_type = "network"
  subnets            = [var.subnet] # want AL203 "warning only"
  tags = {
    Environment = "sandbox"
  }
}
