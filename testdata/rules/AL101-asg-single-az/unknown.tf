variable "subnets" {
  type = list(string)
}

variable "one" {
  type = string
}

data "aws_subnets" "private" {}

resource "aws_subnet" "a" {
  vpc_id            = "vpc-1"
  availability_zone = "eu-west-1a"
}

resource "aws_autoscaling_group" "variable" { # unknown AL101
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = var.subnets
}

resource "aws_autoscaling_group" "looked_up" { # unknown AL101
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = data.aws_subnets.private.ids
}

resource "aws_autoscaling_group" "two_that_may_be_in_one_zone" { # unknown AL101
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.a.id, var.one]
}

resource "aws_autoscaling_group" "nowhere" { # unknown AL101
  min_size = 2
  max_size = 4
}

variable "three" {
  type = bool
}

variable "more" {
  type = map(string)
}

# Which of the lists counts is not known, nor whether their entries differ.
resource "aws_autoscaling_group" "one_of_two_lists" { # unknown AL101
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = var.three ? [var.one, var.more["b"], var.more["c"]] : [var.one, var.more["b"]]
}

variable "untyped" {}

# An item whose type is not known may be a list; AWS takes several names in one string, too.
resource "aws_autoscaling_group" "perhaps_a_list" { # unknown AL101
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [var.untyped]
}

resource "aws_autoscaling_group" "joined" { # unknown AL101
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [join(",", var.subnets)]
}

resource "aws_autoscaling_group" "joined_by_hand" { # unknown AL101
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = ["subnet-1,subnet-2"]
}
