module "cache" {
  source  = "terraform-aws-modules/elasticache/aws//modules/serverless-cache"
  version = "1.10.3"

  engine     = "redis"
  cache_name = "serverless"

  cache_usage_limits = {
    data_storage    = { maximum = 2 }
    ecpu_per_second = { maximum = 1000 }
  }

  daily_snapshot_time      = "22:00"
  snapshot_retention_limit = 7
  security_group_ids       = ["sg-1"]
  subnet_ids               = ["subnet-1", "subnet-2"]
  user_group_id            = module.users.group_id
}

module "users" {
  source  = "terraform-aws-modules/elasticache/aws//modules/user-group"
  version = "1.10.3"

  user_group_id = "users"
  default_user  = { user_id = "default1" }
  users         = { moe = { access_string = "on ~* +@all", passwords = ["password123456789"] } }
}

output "endpoint" {
  value = module.cache.serverless_cache_endpoint
}
