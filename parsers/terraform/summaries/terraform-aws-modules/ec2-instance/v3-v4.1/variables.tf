variable "ami" {
  type    = string
  default = ""
}
