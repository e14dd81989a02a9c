variable "create_vpc" {
  type    = bool
  default = true
}

variable "putin_khuylo" {
  type    = bool
  default = true
}

variable "region" {
  type    = string
  default = null
}

variable "name" {
  type    = string
  default = ""
}

variable "tags" {
  type    = map(string)
  default = {}
}

variable "azs" {
  type    = list(string)
  default = []
}

variable "cidr" {
  type    = string
  default = "10.0.0.0/16"
}

variable "secondary_cidr_blocks" {
  type    = list(string)
  default = []
}

variable "use_ipam_pool" {
  type    = bool
  default = false
}

variable "enable_ipv6" {
  type    = bool
  default = false
}

variable "enable_dns_hostnames" {
  type    = bool
  default = true
}

variable "enable_dns_support" {
  type    = bool
  default = true
}

variable "vpc_tags" {
  type    = map(string)
  default = {}
}

variable "create_igw" {
  type    = bool
  default = true
}

variable "create_egress_only_igw" {
  type    = bool
  default = true
}

variable "igw_tags" {
  type    = map(string)
  default = {}
}

variable "public_subnets" {
  type    = list(string)
  default = []
}

variable "public_subnet_ipv6_prefixes" {
  type    = list(string)
  default = []
}

variable "public_subnet_ipv6_native" {
  type    = bool
  default = false
}

variable "public_subnet_names" {
  type    = list(string)
  default = []
}

variable "public_subnet_suffix" {
  type    = string
  default = "public"
}

variable "public_subnet_tags" {
  type    = map(string)
  default = {}
}

variable "public_subnet_tags_per_az" {
  type    = map(map(string))
  default = {}
}

variable "public_route_table_tags" {
  type    = map(string)
  default = {}
}

variable "map_public_ip_on_launch" {
  type    = bool
  default = false
}

variable "create_multiple_public_route_tables" {
  type    = bool
  default = false
}

variable "private_subnets" {
  type    = list(string)
  default = []
}

variable "private_subnet_ipv6_prefixes" {
  type    = list(string)
  default = []
}

variable "private_subnet_ipv6_native" {
  type    = bool
  default = false
}

variable "private_subnet_names" {
  type    = list(string)
  default = []
}

variable "private_subnet_suffix" {
  type    = string
  default = "private"
}

variable "private_subnet_tags" {
  type    = map(string)
  default = {}
}

variable "private_subnet_tags_per_az" {
  type    = map(map(string))
  default = {}
}

variable "private_route_table_tags" {
  type    = map(string)
  default = {}
}

variable "database_subnets" {
  type    = list(string)
  default = []
}

variable "database_subnet_ipv6_prefixes" {
  type    = list(string)
  default = []
}

variable "database_subnet_ipv6_native" {
  type    = bool
  default = false
}

variable "database_subnet_names" {
  type    = list(string)
  default = []
}

variable "database_subnet_suffix" {
  type    = string
  default = "db"
}

variable "database_subnet_tags" {
  type    = map(string)
  default = {}
}

variable "database_route_table_tags" {
  type    = map(string)
  default = {}
}

variable "create_database_subnet_group" {
  type    = bool
  default = true
}

variable "database_subnet_group_name" {
  type    = string
  default = null
}

variable "database_subnet_group_tags" {
  type    = map(string)
  default = {}
}

variable "create_database_subnet_route_table" {
  type    = bool
  default = false
}

variable "create_database_internet_gateway_route" {
  type    = bool
  default = false
}

variable "create_database_nat_gateway_route" {
  type    = bool
  default = false
}

variable "elasticache_subnets" {
  type    = list(string)
  default = []
}

variable "elasticache_subnet_ipv6_prefixes" {
  type    = list(string)
  default = []
}

variable "elasticache_subnet_ipv6_native" {
  type    = bool
  default = false
}

variable "elasticache_subnet_names" {
  type    = list(string)
  default = []
}

variable "elasticache_subnet_suffix" {
  type    = string
  default = "elasticache"
}

variable "elasticache_subnet_tags" {
  type    = map(string)
  default = {}
}

variable "elasticache_route_table_tags" {
  type    = map(string)
  default = {}
}

variable "create_elasticache_subnet_group" {
  type    = bool
  default = true
}

variable "elasticache_subnet_group_name" {
  type    = string
  default = null
}

variable "elasticache_subnet_group_tags" {
  type    = map(string)
  default = {}
}

variable "create_elasticache_subnet_route_table" {
  type    = bool
  default = false
}

variable "redshift_subnets" {
  type    = list(string)
  default = []
}

variable "redshift_subnet_ipv6_prefixes" {
  type    = list(string)
  default = []
}

variable "redshift_subnet_ipv6_native" {
  type    = bool
  default = false
}

variable "redshift_subnet_names" {
  type    = list(string)
  default = []
}

variable "redshift_subnet_suffix" {
  type    = string
  default = "redshift"
}

variable "redshift_subnet_tags" {
  type    = map(string)
  default = {}
}

variable "redshift_route_table_tags" {
  type    = map(string)
  default = {}
}

variable "create_redshift_subnet_group" {
  type    = bool
  default = true
}

variable "redshift_subnet_group_name" {
  type    = string
  default = null
}

variable "redshift_subnet_group_tags" {
  type    = map(string)
  default = {}
}

variable "create_redshift_subnet_route_table" {
  type    = bool
  default = false
}

variable "enable_public_redshift" {
  type    = bool
  default = false
}

variable "intra_subnets" {
  type    = list(string)
  default = []
}

variable "intra_subnet_ipv6_prefixes" {
  type    = list(string)
  default = []
}

variable "intra_subnet_ipv6_native" {
  type    = bool
  default = false
}

variable "intra_subnet_names" {
  type    = list(string)
  default = []
}

variable "intra_subnet_suffix" {
  type    = string
  default = "intra"
}

variable "intra_subnet_tags" {
  type    = map(string)
  default = {}
}

variable "intra_route_table_tags" {
  type    = map(string)
  default = {}
}

variable "create_multiple_intra_route_tables" {
  type    = bool
  default = false
}

variable "outpost_subnets" {
  type    = list(string)
  default = []
}

variable "outpost_subnet_ipv6_prefixes" {
  type    = list(string)
  default = []
}

variable "outpost_subnet_ipv6_native" {
  type    = bool
  default = false
}

variable "outpost_subnet_names" {
  type    = list(string)
  default = []
}

variable "outpost_subnet_suffix" {
  type    = string
  default = "outpost"
}

variable "outpost_subnet_tags" {
  type    = map(string)
  default = {}
}

variable "outpost_arn" {
  type    = string
  default = null
}

variable "outpost_az" {
  type    = string
  default = null
}

variable "enable_nat_gateway" {
  type    = bool
  default = false
}

variable "single_nat_gateway" {
  type    = bool
  default = false
}

variable "one_nat_gateway_per_az" {
  type    = bool
  default = false
}

variable "reuse_nat_ips" {
  type    = bool
  default = false
}

variable "external_nat_ip_ids" {
  type    = list(string)
  default = []
}

variable "external_nat_ips" {
  type    = list(string)
  default = []
}

variable "create_private_nat_gateway_route" {
  type    = bool
  default = true
}

variable "nat_gateway_destination_cidr_block" {
  type    = string
  default = "0.0.0.0/0"
}

variable "nat_gateway_tags" {
  type    = map(string)
  default = {}
}

variable "nat_eip_tags" {
  type    = map(string)
  default = {}
}

variable "enable_vpn_gateway" {
  type    = bool
  default = false
}

variable "vpn_gateway_id" {
  type    = string
  default = ""
}

variable "vpn_gateway_az" {
  type    = string
  default = null
}

variable "vpn_gateway_tags" {
  type    = map(string)
  default = {}
}

variable "propagate_public_route_tables_vgw" {
  type    = bool
  default = false
}

variable "propagate_private_route_tables_vgw" {
  type    = bool
  default = false
}

variable "propagate_intra_route_tables_vgw" {
  type    = bool
  default = false
}

variable "manage_default_vpc" {
  type    = bool
  default = false
}

variable "default_vpc_name" {
  type    = string
  default = null
}

variable "default_vpc_tags" {
  type    = map(string)
  default = {}
}

variable "manage_default_security_group" {
  type    = bool
  default = true
}

variable "default_security_group_name" {
  type    = string
  default = null
}

variable "default_security_group_ingress" {
  type    = list(map(string))
  default = []
}

variable "default_security_group_egress" {
  type    = list(map(string))
  default = []
}

variable "default_security_group_tags" {
  type    = map(string)
  default = {}
}

variable "manage_default_route_table" {
  type    = bool
  default = true
}

variable "default_route_table_name" {
  type    = string
  default = null
}

variable "default_route_table_propagating_vgws" {
  type    = list(string)
  default = []
}

variable "default_route_table_routes" {
  type    = list(map(string))
  default = []
}

variable "default_route_table_tags" {
  type    = map(string)
  default = {}
}

variable "enable_flow_log" {
  type    = bool
  default = false
}

variable "flow_log_destination_type" {
  type    = string
  default = "cloud-watch-logs"
}

variable "flow_log_destination_arn" {
  type    = string
  default = ""
}

variable "flow_log_traffic_type" {
  type    = string
  default = "ALL"
}

variable "create_flow_log_cloudwatch_log_group" {
  type    = bool
  default = false
}

variable "create_flow_log_cloudwatch_iam_role" {
  type    = bool
  default = false
}

variable "flow_log_cloudwatch_iam_role_arn" {
  type    = string
  default = ""
}

variable "vpc_flow_log_iam_role_name" {
  type    = string
  default = "vpc-flow-log-role"
}

variable "vpc_flow_log_iam_role_use_name_prefix" {
  type    = bool
  default = true
}

variable "vpc_flow_log_tags" {
  type    = map(string)
  default = {}
}
