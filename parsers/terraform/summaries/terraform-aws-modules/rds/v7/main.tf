locals {
  password = null
}
