variable "subnets" {
  type = map(string)
  default = {
    us-east-1a = "subnet-a"
    us-east-1b = "subnet-b"
    us-east-1c = "subnet-c"
  }
}

resource "aws_subnet" "extra" {
  vpc_id            = "vpc-0123456789abcdef0"
  cidr_block        = "10.0.3.0/24"
  availability_zone = "us-east-1d"
}

module "home" {
  source  = "terraform-aws-modules/efs/aws"
  version = "1.8.1"

  name            = "home"
  throughput_mode = "elastic"

  mount_targets = merge(
    { for zone, subnet in var.subnets : zone => { subnet_id = subnet } },
    { us-east-1d = { subnet_id = aws_subnet.extra.id, security_groups = ["sg-extra"] } },
  )

  security_group_name            = "home-efs"
  security_group_use_name_prefix = true
  security_group_vpc_id          = "vpc-0123456789abcdef0"
  security_group_rules = {
    vpc = {
      description = "NFS from the private subnets"
      cidr_blocks = ["10.0.0.0/16"]
    }
    out = {
      type        = "egress"
      from_port   = 0
      to_port     = 0
      protocol    = "-1"
      cidr_blocks = ["0.0.0.0/0"]
    }
    nodes = {
      source_security_group_id = "sg-nodes"
      self                     = null
    }
  }

  create_replication_configuration = true
  replication_configuration_destination = {
    availability_zone_name = "us-west-2a"
    region                 = "us-west-2"
  }

  access_points = {
    posix = {
      name = "posix"
      posix_user = {
        gid = 1001
        uid = 1001
      }
    }
  }
}

resource "aws_lambda_function" "reader" {
  function_name = "reader"
  role          = "arn:aws:iam::123456789012:role/reader"

  file_system_config {
    arn              = module.home.access_points["posix"].arn
    local_mount_path = "/mnt/home"
  }
}

output "mounts" {
  value = [for zone, target in module.home.mount_targets : target.id]
}
