resource "random_password" "master_password" {}
