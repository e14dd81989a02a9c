module "one" {
  source = "./network"
}

module "two" {
  source = "./network"
}
