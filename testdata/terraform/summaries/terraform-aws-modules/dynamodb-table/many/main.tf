variable "tables" {
  default = {
    users    = { key = "id", mode = "PAY_PER_REQUEST", protected = true }
    sessions = { key = "session", mode = "PROVISIONED", protected = false }
  }
}

module "tables" {
  source   = "terraform-aws-modules/dynamodb-table/aws"
  version  = "5.2.0"
  for_each = var.tables

  name                        = each.key
  hash_key                    = each.value.key
  billing_mode                = each.value.mode
  read_capacity               = each.value.mode == "PROVISIONED" ? 5 : null
  write_capacity              = each.value.mode == "PROVISIONED" ? 5 : null
  deletion_protection_enabled = each.value.protected
  attributes                  = [{ name = each.value.key, type = "S" }]
  region                      = "eu-west-1"
}

module "world" {
  source  = "terraform-aws-modules/dynamodb-table/aws"
  version = "4.4.0"

  name                                  = "world"
  hash_key                              = "id"
  billing_mode                          = "PROVISIONED"
  read_capacity                         = 5
  write_capacity                        = 5
  autoscaling_enabled                   = true
  autoscaling_read                      = { max_capacity = 50 }
  autoscaling_write                     = { max_capacity = 50 }
  ignore_changes_global_secondary_index = true
  point_in_time_recovery_enabled        = true
  point_in_time_recovery_period_in_days = 7
  stream_enabled                        = true
  replica_regions                       = [{ region_name = "us-east-1", point_in_time_recovery = true }]
  attributes                            = [{ name = "id", type = "S" }]
}

resource "aws_iam_role_policy" "app" {
  role   = "app"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "dynamodb:*", Resource = [module.world.dynamodb_table_arn, module.tables["users"].dynamodb_table_arn] }] })
}
