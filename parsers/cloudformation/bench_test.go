package cloudformation

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// asked is what rules ask for, by type; not all of it is written.
var asked = map[string][]string{
	"AWS::EC2::VPC":                             {"CidrBlock"},
	"AWS::EC2::Subnet":                          {"VpcId", "AvailabilityZone", "CidrBlock", "MapPublicIpOnLaunch", "OutpostArn"},
	"AWS::AutoScaling::AutoScalingGroup":        {"VPCZoneIdentifier", "AvailabilityZones", "MinSize", "MaxSize", "DesiredCapacity", "HealthCheckType", "HealthCheckGracePeriod", "TargetGroupARNs", "LoadBalancerNames", "LaunchTemplate", "LaunchConfigurationName", "MixedInstancesPolicy", "Tags", "@UpdatePolicy"},
	"AWS::EC2::LaunchTemplate":                  {"LaunchTemplateData", "LaunchTemplateName"},
	"AWS::EC2::SecurityGroup":                   {"VpcId", "GroupName", "SecurityGroupIngress", "SecurityGroupEgress"},
	"AWS::ElasticLoadBalancingV2::LoadBalancer": {"Type", "Scheme", "Subnets", "SubnetMappings", "SecurityGroups", "LoadBalancerAttributes"},
	"AWS::ElasticLoadBalancingV2::TargetGroup":  {"VpcId", "TargetType", "Port", "Protocol", "Targets", "TargetGroupAttributes", "HealthCheckEnabled", "HealthCheckPath", "HealthCheckProtocol"},
	"AWS::RDS::DBInstance":                      {"Engine", "MultiAZ", "SourceDBInstanceIdentifier", "DBInstanceIdentifier", "DBClusterIdentifier", "DBSubnetGroupName", "BackupRetentionPeriod", "PubliclyAccessible", "DeletionProtection", "@DeletionPolicy"},
}

// bigTemplate is a template of about 1 MB: three-tier stacks, one after the other.
func bigTemplate() []byte {
	var b bytes.Buffer
	b.WriteString("AWSTemplateFormatVersion: \"2010-09-09\"\nParameters:\n  Env: {Type: String, Default: dev}\n  Image: {Type: \"AWS::EC2::Image::Id\"}\n" +
		"Mappings:\n  Sizes:\n    dev: {Min: 1, Max: 2}\n    prod: {Min: 3, Max: 9}\nConditions:\n  Prod: !Equals [!Ref Env, prod]\nResources:\n")
	for i := 0; b.Len() < 1<<20; i++ {
		fmt.Fprintf(&b, `  Vpc%[1]d:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
      EnableDnsSupport: true
      Tags:
        - Key: Name
          Value: !Sub "${Env}-vpc-%[1]d"
  SubnetA%[1]d:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc%[1]d
      CidrBlock: !Select [0, !Cidr [!GetAtt Vpc%[1]d.CidrBlock, 4, 8]]
      AvailabilityZone: !Select [0, !GetAZs ""]
  SubnetB%[1]d:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc%[1]d
      CidrBlock: !Select [1, !Cidr [!GetAtt Vpc%[1]d.CidrBlock, 4, 8]]
      AvailabilityZone: !Select [1, !GetAZs ""]
  Group%[1]d:
    Type: AWS::AutoScaling::AutoScalingGroup
    UpdatePolicy:
      AutoScalingRollingUpdate:
        MinInstancesInService: 1
        PauseTime: PT10M
    Properties:
      VPCZoneIdentifier:
        - !Ref SubnetA%[1]d
        - !Ref SubnetB%[1]d
      MinSize: !FindInMap [Sizes, !Ref Env, Min]
      MaxSize: !FindInMap [Sizes, !Ref Env, Max]
      HealthCheckType: ELB
      TargetGroupARNs: [!Ref Targets%[1]d]
      LaunchTemplate:
        LaunchTemplateId: !Ref Template%[1]d
        Version: !GetAtt Template%[1]d.LatestVersionNumber
  Template%[1]d:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        ImageId: !Ref Image
        InstanceType: !If [Prod, m5.large, t3.micro]
        SecurityGroupIds: [!Ref Firewall%[1]d]
        UserData:
          Fn::Base64: !Sub |
            #!/bin/bash
            yum install -y httpd
            echo "DATABASE=${Database%[1]d.Endpoint.Address}" >> /etc/environment
            systemctl start httpd
  Firewall%[1]d:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web
      VpcId: !Ref Vpc%[1]d
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 80
          ToPort: 80
          CidrIp: 0.0.0.0/0
  Balancer%[1]d:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Subnets: [!Ref SubnetA%[1]d, !Ref SubnetB%[1]d]
      SecurityGroups: [!Ref Firewall%[1]d]
  Targets%[1]d:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      VpcId: !Ref Vpc%[1]d
      Port: 80
      Protocol: HTTP
      HealthCheckPath: /health
      TargetGroupAttributes:
        - Key: stickiness.enabled
          Value: "false"
  Database%[1]d:
    Type: AWS::RDS::DBInstance
    DeletionPolicy: Snapshot
    Properties:
      Engine: mysql
      MultiAZ: !If [Prod, true, false]
      DBInstanceClass: db.m5.large
      AllocatedStorage: "100"
`, i)
	}
	return b.Bytes()
}

// BenchmarkParse is the bare parse of the same bytes that BenchmarkLoad reads and evaluates.
func BenchmarkParse(b *testing.B) {
	content := bigTemplate()
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		var n yaml.Node
		if err := yaml.Unmarshal(content, &n); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLoad reads a template and evaluates what rules ask for.
func BenchmarkLoad(b *testing.B) { benchmarkLoad(b, bigTemplate(), 1000) }

// BenchmarkLoadJSON does so with the same template in JSON.
func BenchmarkLoadJSON(b *testing.B) {
	var doc yaml.Node
	if err := yaml.Unmarshal(bigTemplate(), &doc); err != nil {
		b.Fatal(err)
	}
	content, err := json.MarshalIndent(plain(doc.Content[0]), "", "  ")
	if err != nil {
		b.Fatal(err)
	}
	benchmarkLoad(b, content, 1000)
}

// plain is a YAML node as encoding/json takes it, short forms of functions written out.
func plain(n *yaml.Node) any {
	var out any = n.Value
	switch n.Kind {
	case yaml.MappingNode:
		entries := map[string]any{}
		for i := 0; i < len(n.Content); i += 2 {
			entries[n.Content[i].Value] = plain(n.Content[i+1])
		}
		out = entries
	case yaml.SequenceNode:
		items := make([]any, len(n.Content))
		for i, c := range n.Content {
			items[i] = plain(c)
		}
		out = items
	}
	switch {
	case n.Tag == "!Ref":
		return map[string]any{"Ref": out}
	case strings.HasPrefix(n.Tag, "!") && !strings.HasPrefix(n.Tag, "!!"):
		return map[string]any{"Fn::" + n.Tag[1:]: out}
	}
	return out
}

func benchmarkLoad(b *testing.B, content []byte, least int) {
	b.Helper()
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		g := load(b, []string{"-"}, Options{Stdin: content}, "-")
		if len(g.Resources()) < least || len(g.Diagnostics()) > 0 {
			b.Fatal(len(g.Resources()), g.Diagnostics())
		}
		for _, r := range g.Resources() {
			for _, name := range asked[r.Type] {
				r.Attribute(name)
			}
		}
	}
}
