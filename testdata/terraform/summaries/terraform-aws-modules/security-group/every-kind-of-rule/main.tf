variable "clients" {
  type = list(string)
}

variable "list" {
  default = "pl-0123456789abcdef0"
}

resource "aws_security_group" "other" {
  name   = "other"
  vpc_id = "vpc-0123456789abcdef0"
}

module "all" {
  source  = "terraform-aws-modules/security-group/aws"
  version = "5.3.1"

  name   = "all"
  vpc_id = "vpc-0123456789abcdef0"

  ingress_cidr_blocks      = var.clients
  ingress_ipv6_cidr_blocks = ["2001:db8::/32"]
  ingress_prefix_list_ids  = [var.list]
  egress_prefix_list_ids   = ["pl-1"]

  ingress_rules                         = ["redis-tcp"]
  ingress_with_cidr_blocks              = [{ rule = "postgresql-tcp" }, { rule = "postgresql-tcp", cidr_blocks = "10.0.0.0/8, 172.16.0.0/12" }]
  ingress_with_ipv6_cidr_blocks         = [{ rule = "http-80-tcp" }, { from_port = 443, to_port = 443, protocol = "tcp", ipv6_cidr_blocks = "2001:db8:1::/48,2001:db8:2::/48" }]
  ingress_with_source_security_group_id = [{ rule = "mysql-tcp", source_security_group_id = aws_security_group.other.id }]
  ingress_with_self                     = [{ rule = "all-all" }]
  ingress_with_prefix_list_ids          = [{ rule = "https-443-tcp" }, { rule = "ssh-tcp", prefix_list_ids = "pl-2,pl-3" }]

  computed_ingress_rules                           = ["memcached-tcp", "elasticsearch-rest-tcp"]
  number_of_computed_ingress_rules                 = 2
  computed_ingress_with_cidr_blocks                = [{ rule = "zabbix-agent", cidr_blocks = "192.0.2.0/24" }]
  number_of_computed_ingress_with_cidr_blocks      = 1
  computed_ingress_with_ipv6_cidr_blocks           = [{ rule = "ntp-udp", ipv6_cidr_blocks = "2001:db8:3::/48" }]
  number_of_computed_ingress_with_ipv6_cidr_blocks = 1
  computed_ingress_with_self                       = [{ rule = "consul-serf-lan-udp" }]
  number_of_computed_ingress_with_self             = 1
  number_of_computed_ingress_with_prefix_list_ids  = 1

  egress_rules                         = ["all-udp"]
  egress_with_cidr_blocks              = [{ rule = "postgresql-tcp", cidr_blocks = "10.0.0.0/8" }, { rule = "https-443-tcp" }]
  egress_with_ipv6_cidr_blocks         = [{ rule = "http-80-tcp" }]
  egress_with_source_security_group_id = [{ rule = "mysql-tcp", source_security_group_id = aws_security_group.other.id }]
  egress_with_self                     = [{ rule = "all-ipv6-icmp" }]
  egress_with_prefix_list_ids          = [{ rule = "https-443-tcp" }]

  computed_egress_rules                                   = ["solr-tcp"]
  number_of_computed_egress_rules                         = 1
  computed_egress_with_source_security_group_id           = [{ rule = "nfs-tcp", source_security_group_id = aws_security_group.other.id }]
  number_of_computed_egress_with_source_security_group_id = 1
  computed_egress_with_prefix_list_ids                    = [{ rule = "https-443-tcp", prefix_list_ids = "pl-4", source_security_group_id = "sg-1" }]
  number_of_computed_egress_with_prefix_list_ids          = 1
}

module "own_names" {
  source  = "terraform-aws-modules/security-group/aws"
  version = "5.3.1"

  name   = "own-names"
  vpc_id = "vpc-0123456789abcdef0"
  rules = {
    app = [3000, 3010, "tcp", "the application"]
    _   = ["", "", ""]
  }
  ingress_rules       = ["app"]
  ingress_cidr_blocks = ["0.0.0.0/0"]
}
