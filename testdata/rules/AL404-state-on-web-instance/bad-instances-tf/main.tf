module "web" {
  source   = "./web"
  packages = ["nginx", "mysql-server"]
}
