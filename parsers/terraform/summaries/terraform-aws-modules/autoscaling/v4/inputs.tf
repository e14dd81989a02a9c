locals {
  added_tags = {}
}
