provider "aws" {
  region = "eu-west-1"
}

variable "zones" {
  type    = list(string)
  default = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "private" {
  for_each = toset(var.zones)

  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 4, index(var.zones, each.key))
  availability_zone = each.key
}

module "eks" {
  source  = "terraform-aws-modules/eks/aws"
  version = "21.3.2"

  name               = "shop"
  kubernetes_version = "1.33"

  endpoint_public_access = true

  addons = {
    coredns = {}
    vpc-cni = {
      before_compute = true
    }
  }

  vpc_id     = aws_vpc.main.id
  subnet_ids = values(aws_subnet.private)[*].id

  eks_managed_node_groups = {
    general = {
      instance_types = ["m7i.large"]
      min_size       = 3
      max_size       = 9
      desired_size   = 3
    }
    one = {
      subnet_ids    = [aws_subnet.private["eu-west-1a"].id]
      ami_type      = "BOTTLEROCKET_x86_64"
      capacity_type = "SPOT"
      security_group_ingress_rules = {
        web = {
          from_port = 8080
          cidr_ipv4 = "10.0.0.0/8"
        }
        self = {
          ip_protocol = "-1"
          self        = true
        }
      }
      security_group_egress_rules = {
        all = {
          ip_protocol = "-1"
          cidr_ipv4   = "0.0.0.0/0"
        }
      }
      iam_role_policy_statements = [{
        actions   = ["s3:PutObject"]
        resources = ["arn:aws:s3:::uploads/*"]
        condition = [{
          test     = "StringEquals"
          variable = "aws:PrincipalTag/team"
          values   = ["shop"]
        }]
      }]
    }
  }

  fargate_profiles = {
    system = {
      subnet_ids = [aws_subnet.private["eu-west-1a"].id, aws_subnet.private["eu-west-1b"].id]
      selectors = [{
        namespace = "kube-system"
      }]
    }
  }

  security_group_additional_rules = {
    office = {
      from_port   = 443
      to_port     = 443
      cidr_blocks = ["198.51.100.0/24"]
    }
  }

  tags = {
    Environment = "production"
  }
}

resource "aws_efs_mount_target" "files" {
  for_each = aws_subnet.private

  file_system_id  = aws_efs_file_system.files.id
  subnet_id       = each.value.id
  security_groups = [aws_security_group.files.id]
}

resource "aws_efs_file_system" "files" {}

resource "aws_security_group" "files" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port       = 2049
    to_port         = 2049
    protocol        = "tcp"
    security_groups = [module.eks.node_security_group_id, module.eks.cluster_primary_security_group_id]
  }
}
