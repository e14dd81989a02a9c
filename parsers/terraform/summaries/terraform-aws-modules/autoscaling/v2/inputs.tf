locals {
  max_instance_lifetime = null
  user_data_base64      = null
}
