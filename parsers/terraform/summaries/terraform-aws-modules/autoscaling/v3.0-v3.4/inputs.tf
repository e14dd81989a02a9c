locals {
  max_instance_lifetime = null
}
