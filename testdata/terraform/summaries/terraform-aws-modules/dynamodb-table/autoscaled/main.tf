variable "tables" {
  default = ["red", "blue"]
}

module "scaled" {
  source  = "terraform-aws-modules/dynamodb-table/aws"
  version = "3.3.0"

  name                                  = "scaled"
  hash_key                              = "id"
  billing_mode                          = "PROVISIONED"
  read_capacity                         = 5
  write_capacity                        = 5
  autoscaling_enabled                   = true
  ignore_changes_global_secondary_index = true

  autoscaling_read  = { scale_in_cooldown = 50, target_value = 45, max_capacity = 10 }
  autoscaling_write = { max_capacity = 10 }
  autoscaling_indexes = {
    by-title = { read_max_capacity = 30, read_min_capacity = 10, write_max_capacity = 30, write_min_capacity = 10 }
  }

  attributes = [{ name = "id", type = "N" }, { name = "title", type = "S" }]
  global_secondary_indexes = [
    { name = "by-title", hash_key = "title", projection_type = "ALL", write_capacity = 10, read_capacity = 10 }
  ]
}

module "half" {
  source   = "terraform-aws-modules/dynamodb-table/aws"
  version  = "1.3.0"
  for_each = toset(var.tables)

  name                = "half-${each.key}"
  hash_key            = "id"
  billing_mode        = "PROVISIONED"
  read_capacity       = 1
  write_capacity      = 1
  autoscaling_enabled = true
  autoscaling_read    = { max_capacity = 10 }
  attributes          = [{ name = "id", type = "N" }]
}

module "fixed" {
  source  = "terraform-aws-modules/dynamodb-table/aws"
  version = "2.0.0"

  name           = "fixed"
  hash_key       = "id"
  billing_mode   = "PROVISIONED"
  read_capacity  = 5
  write_capacity = 5
  attributes     = [{ name = "id", type = "N" }]
}

module "none" {
  source       = "terraform-aws-modules/dynamodb-table/aws"
  version      = "4.4.0"
  create_table = false
}
