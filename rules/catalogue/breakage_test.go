package catalogue_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/archlint/archlint/rules/catalogue"
	"github.com/archlint/archlint/rules/rulestest"
)

// A breakage turns a sound stack into a poor one.
type breakage struct {
	name  string
	edits []edit
}

// An edit replaces what stands once in a file; what it writes carries the comments that say what must be found.
type edit struct{ file, old, new string }

var terraformBreakages = []breakage{
	{"one subnet", []edit{
		{"main.tf", `  subnets                      = module.network.private_subnets
`, `  subnets                      = [module.network.private_subnets[0]]
`},
		{"app/main.tf", `  vpc_zone_identifier       = var.subnets`, `  vpc_zone_identifier       = var.subnets # want AL101 "its only subnet is module.network.module.private.aws_subnet.this"`},
	}},
	{"the same subnet twice", []edit{
		{"main.tf", `  subnets                      = module.network.private_subnets
`, `  subnets                      = [module.network.private_subnets[1], module.network.private_subnets[1]]
`},
		{"app/main.tf", `  vpc_zone_identifier       = var.subnets`, `  vpc_zone_identifier       = var.subnets # want AL101 "both entries of vpc_zone_identifier are module.network"`},
	}},
	{"subnets in one zone", []edit{
		{"network/main.tf", `module "private" {
  source = "./subnets"
  vpc_id = aws_vpc.this.id
  cidr   = cidrsubnet(var.cidr, 1, 1)
  zones  = var.zones
}
`, `module "private" {
  source = "./subnets"
  vpc_id = aws_vpc.this.id
  cidr   = cidrsubnet(var.cidr, 1, 1)
  zones  = [var.zones[0], element(var.zones, length(var.zones))]
}
`},
		{"app/main.tf", `  vpc_zone_identifier       = var.subnets`, `  vpc_zone_identifier       = var.subnets # want AL101 "can launch only in zone a"`},
	}},
	{"health check of EC2, written", []edit{
		{"app/main.tf", `  health_check_type         = "ELB"
`, `  health_check_type         = "EC2" # want AL102 "fail the health checks of aws_lb_target_group.web: its health check type is EC2$"
`},
	}},
	{"health check of EC2, absent", []edit{
		{"app/main.tf", `resource "aws_autoscaling_group" "this" {
  name                      = "app"
  min_size                  = 2
  max_size                  = 8
  vpc_zone_identifier       = var.subnets
  health_check_type         = "ELB"
`, `resource "aws_autoscaling_group" "this" { # want AL102 "its health check type is EC2 because none is written"
  name                      = "app"
  min_size                  = 2
  max_size                  = 8
  vpc_zone_identifier       = var.subnets
`},
	}},
	{"stickiness without a store", []edit{
		{"main.tf", `  health_check {
    path = "/health"
  }
`, `  stickiness { # want AL401 "the fleet reaches no session store"
    type = "app_cookie"
  }
`},
	}},
	{"stickiness with a store", []edit{
		{"main.tf", `  health_check {
    path = "/health"
  }
}
`, `  stickiness { # want AL401 "although the fleet reaches aws_elasticache_serverless_cache.sessions"
    type = "lb_cookie"
  }
}

resource "aws_security_group" "sessions" {
  vpc_id = module.network.vpc_id
  ingress {
    from_port       = 6379
    to_port         = 6380
    protocol        = "tcp"
    security_groups = [module.app.security_group]
  }
}

resource "aws_elasticache_serverless_cache" "sessions" {
  engine             = "valkey"
  name               = "sessions"
  security_group_ids = [aws_security_group.sessions.id]
}
`},
	}},
	{"no standby", []edit{
		{"main.tf", `  multi_az                = true
`, `  multi_az                = false # want AL501 "Multi-AZ is off"
`},
	}},
	{"no replica and no cache", []edit{
		{"main.tf", `  replicate_source_db    = aws_db_instance.main.identifier
  instance_class         = "db.m7g.large"
  vpc_security_group_ids = [aws_security_group.database.id]
  skip_final_snapshot    = true
}
`, `  count                  = 0
  replicate_source_db    = aws_db_instance.main.identifier
  instance_class         = "db.m7g.large"
  vpc_security_group_ids = [aws_security_group.database.id]
  skip_final_snapshot    = true
}
`},
		{"main.tf", `resource "aws_db_instance" "main" {`, `resource "aws_db_instance" "main" { # want AL502 "every read of module.app.aws_autoscaling_group.this"`},
	}},
	{"images on EBS", []edit{
		{"app/boot.sh", `mount -t efs -o tls ${uploads}:/ /var/www/html/uploads
`, `mount /dev/nvme1n1 /var/www/html/uploads
`},
		{"app/main.tf", `  user_data = base64encode(`, `  # want AL701 "keeps /var/www/html/uploads on an EBS volume"
  user_data = base64encode(`},
		{"main.tf", `    from_port       = 2049
`, `    from_port       = 20490
`},
		{"main.tf", `    to_port         = 2049
`, `    to_port         = 20490
`},
	}},
	{"no health check", []edit{
		{"main.tf", `  health_check {
    path = "/health"
  }
`, `  health_check {
    enabled = false # want AL201 "which AWS refuses"
  }
`},
	}},
}

var cloudFormationBreakages = []breakage{
	{"one subnet", []edit{
		{"stack.yaml", `      VPCZoneIdentifier: [!Ref PrivateA, !Ref PrivateB]
`, `      VPCZoneIdentifier: [!Ref PrivateA] # want AL101 "its only subnet is PrivateA"
`},
	}},
	{"the same subnet twice", []edit{
		{"stack.yaml", `      VPCZoneIdentifier: [!Ref PrivateA, !Ref PrivateB]
`, `      VPCZoneIdentifier: [!Ref PrivateA, !Ref PrivateA] # want AL101 "both entries of VPCZoneIdentifier are PrivateA"
`},
	}},
	{"subnets in one zone", []edit{
		{"stack.yaml", `      VPCZoneIdentifier: [!Ref PrivateA, !Ref PrivateB]
`, `      VPCZoneIdentifier: [!Ref PrivateA, !Ref PublicA] # want AL101 "can launch only in zone a"
`},
	}},
	{"health check of EC2, written", []edit{
		{"stack.yaml", `      HealthCheckType: ELB
`, `      HealthCheckType: EC2 # want AL102 "fail the health checks of TargetGroup: its health check type is EC2$"
`},
	}},
	{"health check of EC2, absent", []edit{
		{"stack.yaml", `  App:
    Type: AWS::AutoScaling::AutoScalingGroup
    UpdatePolicy:
      AutoScalingRollingUpdate:
        MinInstancesInService: 2
    Properties:
      MinSize: "2"
      MaxSize: "8"
      VPCZoneIdentifier: [!Ref PrivateA, !Ref PrivateB]
      TargetGroupARNs: [!Ref TargetGroup]
      HealthCheckType: ELB
`, `  App: # want AL102 "its health check type is EC2 because none is written"
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      MinSize: "2"
      MaxSize: "8"
      VPCZoneIdentifier: [!Ref PrivateA, !Ref PrivateB]
      TargetGroupARNs: [!Ref TargetGroup]
`},
	}},
	{"stickiness without a store", []edit{
		{"stack.yaml", `      HealthCheckPath: /health
`, `      TargetGroupAttributes:
        - {Key: stickiness.enabled, Value: "true"} # want AL401 "the fleet reaches no session store"
`},
	}},
	{"stickiness with a store", []edit{
		{"stack.yaml", `      HealthCheckPath: /health
`, `      TargetGroupAttributes:
        - {Key: stickiness.enabled, Value: "true"} # want AL401 "although the fleet reaches Sessions"
  SessionsGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: sessions
      VpcId: !Ref Vpc
  SessionsIngress:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: !Ref SessionsGroup
      IpProtocol: tcp
      FromPort: 6379
      ToPort: 6380
      SourceSecurityGroupId: !Ref AppGroup
  Sessions:
    Type: AWS::ElastiCache::ServerlessCache
    Properties:
      Engine: valkey
      ServerlessCacheName: sessions
      SecurityGroupIds: [!GetAtt SessionsGroup.GroupId]
`},
	}},
	{"no standby", []edit{
		{"stack.yaml", `      MultiAZ: true
`, `      MultiAZ: false # want AL501 "Multi-AZ is off"
`},
	}},
	{"no replica and no cache", []edit{
		{"stack.yaml", `      SourceDBInstanceIdentifier: !Ref Database
      DBInstanceClass: db.m7g.large
      VPCSecurityGroups: [!GetAtt DatabaseGroup.GroupId]
`, `      SourceDBInstanceIdentifier: another-database
      DBInstanceClass: db.m7g.large
      VPCSecurityGroups: [!GetAtt DatabaseGroup.GroupId]
`},
		{"stack.yaml", "  Database:\n", "  Database: # want AL502 \"every read of App goes to Database\"\n"},
	}},
	{"images on EBS", []edit{
		{"stack.yaml", `        UserData:
          Fn::Base64: !Sub |
            #!/bin/bash
            set -e
            mkdir -p /var/www/html/uploads
            mount -t efs -o tls ${Uploads}:/ /var/www/html/uploads
`, `        UserData: # want AL701 "keeps /var/www/html/uploads on an EBS volume"
          Fn::Base64: !Sub |
            #!/bin/bash
            set -e
            mkdir -p /var/www/html/uploads
            mount /dev/nvme1n1 /var/www/html/uploads
`},
		{"stack.yaml", `          FromPort: 2049
          ToPort: 2049
`, `          FromPort: 20490
          ToPort: 20490
`},
	}},
	{"no health check", []edit{
		{"stack.yaml", `      HealthCheckPath: /health
`, `      HealthCheckEnabled: false # want AL201 "which AWS refuses"
`},
	}},
}

// A sound stack that is broken in one way gives exactly the finding for that, on the right line.
func TestBreakages(t *testing.T) {
	for _, language := range []struct {
		dir       string
		breakages []breakage
	}{
		{"three-tier-tf", terraformBreakages},
		{"three-tier-cfn", cloudFormationBreakages},
	} {
		for _, b := range language.breakages {
			t.Run(language.dir+"/"+b.name, func(t *testing.T) {
				dir := filepath.Join(t.TempDir(), language.dir)
				if err := os.CopyFS(dir, os.DirFS(filepath.Join(testdata, "architectures", language.dir))); err != nil {
					t.Fatal(err)
				}
				for _, e := range b.edits {
					e.apply(t, dir)
				}
				for _, c := range rulestest.Cases(t, filepath.Dir(dir)) {
					if got := c.Run(t, catalogue.All); !strings.Contains(got, "AL") {
						t.Errorf("nothing was found")
					}
				}
			})
		}
	}
}

func (e edit) apply(t *testing.T, dir string) {
	t.Helper()
	name := filepath.Join(dir, filepath.FromSlash(e.file))
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(content), e.old); n != 1 {
		t.Fatalf("%q stands %d times in %s", e.old, n, e.file)
	}
	if err := os.WriteFile(name, []byte(strings.Replace(string(content), e.old, e.new, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
}
