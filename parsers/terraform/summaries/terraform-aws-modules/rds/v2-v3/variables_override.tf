variable "family" {
  default = ""
}
