# The fleets may reach caches that are out of sight: of a module, another root, or one that is handed in.
module "cache" {
  source = "example.com/company/cache/aws"
}

data "terraform_remote_state" "cache" {
  backend = "s3"
}

variable "redis_host" {
  type = string
}

resource "aws_security_group" "web" {
  vpc_id = "vpc-1"
  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_launch_template" "module" {
  image_id               = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id]
  user_data              = base64encode("DATABASE=${aws_db_instance.module.address}\nSTORE=${module.cache.endpoint}")
}

resource "aws_autoscaling_group" "module" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  launch_template {
    id = aws_launch_template.module.id
  }
}

resource "aws_db_instance" "module" { # unknown AL502
  engine         = "mysql"
  instance_class = "db.t4g.medium"
}

resource "aws_launch_template" "state" {
  image_id               = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id]
  user_data              = base64encode("DATABASE=${aws_db_instance.state.address}\nSTORE=${data.terraform_remote_state.cache.outputs.endpoint}")
}

resource "aws_autoscaling_group" "state" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  launch_template {
    id = aws_launch_template.state.id
  }
}

resource "aws_db_instance" "state" { # unknown AL502
  engine         = "mysql"
  instance_class = "db.t4g.medium"
}

resource "aws_launch_template" "variable" {
  image_id               = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id]
  user_data              = base64encode("DATABASE=${aws_db_instance.variable.address}\nREDIS_HOST=${var.redis_host}")
}

resource "aws_autoscaling_group" "variable" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  launch_template {
    id = aws_launch_template.variable.id
  }
}

resource "aws_db_instance" "variable" { # unknown AL502
  engine         = "mysql"
  instance_class = "db.t4g.medium"
}

resource "aws_launch_template" "literal" {
  image_id               = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id]
  user_data              = base64encode("DATABASE=${aws_db_instance.literal.address}\nREDIS_HOST=redis.example.com")
}

resource "aws_autoscaling_group" "literal" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  launch_template {
    id = aws_launch_template.literal.id
  }
}

resource "aws_db_instance" "literal" { # unknown AL502
  engine         = "mysql"
  instance_class = "db.t4g.medium"
}

# The fleet's group is handed to a module that makes a cache, or let in by a group out of sight.
resource "aws_security_group" "handed" {
  vpc_id = "vpc-1"
  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

module "redis" {
  source          = "example.com/company/redis/aws"
  security_groups = [aws_security_group.handed.id]
}

resource "aws_launch_template" "handed" {
  image_id               = "ami-1"
  vpc_security_group_ids = [aws_security_group.handed.id]
  user_data              = base64encode(aws_db_instance.handed.address)
}

resource "aws_autoscaling_group" "handed" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  launch_template {
    id = aws_launch_template.handed.id
  }
}

resource "aws_db_instance" "handed" { # unknown AL502
  engine         = "mysql"
  instance_class = "db.t4g.medium"
}
