package catalogue_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// A size is one way in which an input can be large: write makes one that has n of something below a directory, of which
// most are as many as anybody has.
type size struct {
	name  string
	most  int
	write func(b *testing.B, dir string, n int)
}

// sizes are the ways in which inputs are large, in both languages. Whatever is done with one must take at most as many
// times as long as there is more of it.
var sizes = []size{
	{"terraform/resources", 10_000, func(b *testing.B, dir string, n int) {
		writeRoot(b, dir, func(_, resources int) bool { return resources < n })
	}},
	{"terraform/files", 2_000, func(b *testing.B, dir string, n int) {
		write(b, filepath.Join(dir, "main.tf"), head)
		for i := range n {
			write(b, filepath.Join(dir, fmt.Sprintf("server%d.tf", i)), server(i))
		}
	}},
	{"terraform/modules", 500, func(b *testing.B, dir string, n int) {
		var calls strings.Builder
		for i := range n {
			fmt.Fprintf(&calls, "module \"m%d\" {\n  source    = \"./modules/m%[1]d\"\n  vpc_id    = aws_vpc.main.id\n  subnet_id = aws_subnet.a.id\n}\n", i)
			write(b, filepath.Join(dir, "modules", fmt.Sprint("m", i), "main.tf"), module)
		}
		write(b, filepath.Join(dir, "main.tf"), head+calls.String())
	}},
	{"terraform/calls", 500, func(b *testing.B, dir string, n int) {
		var calls strings.Builder
		for i := range n {
			fmt.Fprintf(&calls, "module \"m%d\" {\n  source    = \"./modules/m\"\n  vpc_id    = aws_vpc.main.id\n  subnet_id = aws_subnet.a.id\n}\n", i)
		}
		write(b, filepath.Join(dir, "modules", "m", "main.tf"), module)
		write(b, filepath.Join(dir, "main.tf"), head+calls.String())
	}},
	{"terraform/roots", 500, func(b *testing.B, dir string, n int) {
		for i := range n {
			write(b, filepath.Join(dir, fmt.Sprint("root", i), "main.tf"), head+"module \"m\" {\n  source    = \"../modules/m\"\n  vpc_id    = aws_vpc.main.id\n  subnet_id = aws_subnet.a.id\n}\n")
		}
		write(b, filepath.Join(dir, "modules", "m", "main.tf"), module)
	}},
	{"terraform/rules of a group", 4_000, func(b *testing.B, dir string, n int) {
		group := repeat(n, func(i int) string {
			return fmt.Sprintf("  ingress {\n    from_port   = 443\n    to_port     = 443\n    protocol    = \"tcp\"\n    cidr_blocks = [\"10.%d.%d.0/24\"]\n  }\n", i>>8&255, i&255)
		})
		write(b, filepath.Join(dir, "main.tf"), head+"resource \"aws_security_group\" \"web\" {\n  vpc_id = aws_vpc.main.id\n"+group+"}\n"+behind)
	}},
	{"terraform/rules beside a group", 4_000, func(b *testing.B, dir string, n int) {
		write(b, filepath.Join(dir, "main.tf"), head+"resource \"aws_security_group\" \"web\" {\n  vpc_id = aws_vpc.main.id\n}\n"+behind+repeat(n, func(i int) string {
			return fmt.Sprintf("resource \"aws_security_group_rule\" \"r%d\" {\n  type              = \"ingress\"\n  security_group_id = aws_security_group.web.id\n"+
				"  from_port         = 443\n  to_port           = 443\n  protocol          = \"tcp\"\n  cidr_blocks       = [\"10.%d.%d.0/24\"]\n}\n", i, i>>8&255, i&255)
		}))
	}},
	{"terraform/one kind", 12_000, func(b *testing.B, dir string, n int) {
		write(b, filepath.Join(dir, "main.tf"), head+repeat(n, func(i int) string {
			return fmt.Sprintf("resource \"aws_instance\" \"i%d\" {\n  ami           = \"ami-0123456789abcdef0\"\n  instance_type = \"t3.small\"\n  subnet_id     = aws_subnet.a.id\n}\n", i)
		}))
	}},
	{"cloudformation/resources", 10_000, func(b *testing.B, dir string, n int) {
		writeTemplate(b, dir, func(_, resources int) bool { return resources < n })
	}},
	{"cloudformation/resources in JSON", 10_000, func(b *testing.B, dir string, n int) {
		inJSON(b, writeTemplate(b, dir, func(_, resources int) bool { return resources < n }))
	}},
	{"cloudformation/templates of 500 resources", 20, func(b *testing.B, dir string, n int) {
		for i := range n {
			writeTemplate(b, filepath.Join(dir, fmt.Sprint("stack", i)), func(_, resources int) bool { return resources < 500 })
		}
	}},
	{"cloudformation/files", 2_000, func(b *testing.B, dir string, n int) {
		for i := range n {
			write(b, filepath.Join(dir, fmt.Sprintf("server%d.yaml", i)), "Resources:\n"+network+instance(i))
		}
	}},
	{"cloudformation/nested stacks", 500, func(b *testing.B, dir string, n int) {
		write(b, filepath.Join(dir, "main.yaml"), "Resources:\n"+network+repeat(n, func(i int) string {
			return fmt.Sprintf("  Stack%d:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: part%[1]d.yaml\n      Parameters:\n        SubnetA: !Ref SubnetA\n", i)
		}))
		for i := range n {
			write(b, filepath.Join(dir, fmt.Sprintf("part%d.yaml", i)), "Parameters:\n  SubnetA: {Type: String}\nResources:\n"+instance(i))
		}
	}},
	{"cloudformation/rules of a group", 4_000, func(b *testing.B, dir string, n int) {
		write(b, filepath.Join(dir, "main.yaml"), "Resources:\n"+network+"  Web:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      VpcId: !Ref Vpc\n      SecurityGroupIngress:\n"+repeat(n, func(i int) string {
			return fmt.Sprintf("        - IpProtocol: tcp\n          FromPort: 443\n          ToPort: 443\n          CidrIp: 10.%d.%d.0/24\n", i>>8&255, i&255)
		})+instance(0))
	}},
	{"cloudformation/rules beside a group", 4_000, func(b *testing.B, dir string, n int) {
		write(b, filepath.Join(dir, "main.yaml"), "Resources:\n"+network+"  Web:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      VpcId: !Ref Vpc\n"+repeat(n, func(i int) string {
			return fmt.Sprintf("  Rule%d:\n    Type: AWS::EC2::SecurityGroupIngress\n    Properties:\n      GroupId: !Ref Web\n      IpProtocol: tcp\n      FromPort: 443\n      ToPort: 443\n      CidrIp: 10.%d.%d.0/24\n", i, i>>8&255, i&255)
		})+instance(0))
	}},
	{"cloudformation/one kind", 12_000, func(b *testing.B, dir string, n int) {
		write(b, filepath.Join(dir, "main.yaml"), "Resources:\n"+network+repeat(n, instance))
	}},
}

// head is a network of one subnet, and a database in a single zone, which is found.
const head = `provider "aws" {
  region = "eu-west-1"
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.0.0/24"
  availability_zone = "eu-west-1a"
}

resource "aws_db_instance" "single" {
  engine            = "mysql"
  instance_class    = "db.m6i.large"
  allocated_storage = 100
  multi_az          = false
}
`

// behind is a load balancer that the security group web guards.
const behind = `
resource "aws_lb" "web" {
  subnets         = [aws_subnet.a.id]
  security_groups = [aws_security_group.web.id]
}
`

// module is a database in a subnet that the caller hands to it.
const module = `
variable "vpc_id" {
  type = string
}

variable "subnet_id" {
  type = string
}

resource "aws_security_group" "db" {
  vpc_id = var.vpc_id

  ingress {
    from_port   = 3306
    to_port     = 3306
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/16"]
  }
}

resource "aws_db_subnet_group" "db" {
  subnet_ids = [var.subnet_id]
}

resource "aws_db_instance" "db" {
  engine                 = "mysql"
  instance_class         = "db.m6i.large"
  allocated_storage      = 100
  db_subnet_group_name   = aws_db_subnet_group.db.name
  vpc_security_group_ids = [aws_security_group.db.id]
}

output "address" {
  value = aws_db_instance.db.address
}
`

// server is an instance with a security group of its own.
func server(i int) string {
	return fmt.Sprintf(`resource "aws_security_group" "s%[1]d" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_instance" "s%[1]d" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.small"
  subnet_id              = aws_subnet.a.id
  vpc_security_group_ids = [aws_security_group.s%[1]d.id]
  user_data              = "#!/bin/sh\nyum install -y httpd\nsystemctl start httpd\n"
}
`, i)
}

// network is a network of one subnet, SubnetA, and a database in a single zone.
const network = `  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  SubnetA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/24
      AvailabilityZone: eu-west-1a
  Single:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: mysql
      DBInstanceClass: db.m6i.large
      AllocatedStorage: "100"
      MultiAZ: false
`

// instance is an instance in SubnetA.
func instance(i int) string {
	return fmt.Sprintf("  Instance%d:\n    Type: AWS::EC2::Instance\n    Properties:\n      ImageId: ami-0123456789abcdef0\n      InstanceType: t3.small\n      SubnetId: !Ref SubnetA\n", i)
}

// repeat puts n parts together.
func repeat(n int, part func(i int) string) string {
	var out strings.Builder
	for i := range n {
		out.WriteString(part(i))
	}
	return out.String()
}

// inJSON replaces a template in YAML by the same in JSON, where intrinsic functions have their long form.
func inJSON(b *testing.B, name string) {
	b.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		b.Fatal(err)
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(content, &doc); err != nil {
		b.Fatal(err)
	}
	text, err := json.MarshalIndent(plain(b, doc.Content[0]), "", "  ")
	if err != nil {
		b.Fatal(err)
	}
	if err := os.Remove(name); err != nil {
		b.Fatal(err)
	}
	write(b, strings.TrimSuffix(name, ".yaml")+".json", string(text))
}

// plain is what encoding/json writes of a node.
func plain(b *testing.B, n *yaml.Node) any {
	b.Helper()
	var out any
	switch n.Kind {
	case yaml.MappingNode:
		all := map[string]any{}
		for i := 0; i < len(n.Content); i += 2 {
			all[n.Content[i].Value] = plain(b, n.Content[i+1])
		}
		out = all
	case yaml.SequenceNode:
		all := []any{}
		for _, item := range n.Content {
			all = append(all, plain(b, item))
		}
		out = all
	default:
		out = n.Value
	}
	switch tag := strings.TrimPrefix(n.Tag, "!"); {
	case strings.HasPrefix(n.Tag, "!!"):
		return out
	case tag == "Ref" || tag == "Condition":
		return map[string]any{tag: out}
	case tag == "GetAtt":
		resource, attribute, _ := strings.Cut(n.Value, ".")
		return map[string]any{"Fn::GetAtt": []string{resource, attribute}}
	default:
		return map[string]any{"Fn::" + tag: out}
	}
}
