// Command archlint judges the architecture of Terraform and CloudFormation.
package main

import (
	"os"

	"github.com/archlint/archlint/cmd/archlint/internal/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
