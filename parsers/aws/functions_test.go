package aws_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers"
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
)

// TestFunctionTwins reads functions, queues and tables in Terraform, in CloudFormation and with AWS SAM: they come to the
// same.
func TestFunctionTwins(t *testing.T) {
	want := []string{
		"a Function with Name mail and Timeout 3",
		"a Function with Name nightly and Timeout 3",
		"a Function with Name thumbnail and Timeout 3",
		"a Function with Name worker and Timeout 60",
		"a Queue with Name failed and VisibilityTimeout 30",
		"a Queue with Name idle and VisibilityTimeout 30",
		"a Queue with Name jobs and VisibilityTimeout 45",
		"a Queue with Name orders and VisibilityTimeout 30",
		"a Table with BillingMode PAY_PER_REQUEST and HashKey id and Name items and PointInTimeRecovery false and TimeToLive false",
		"a Table with BillingMode PROVISIONED and HashKey day and Name counters and PointInTimeRecovery true and TimeToLive false",
		"failed: has a dead-letter queue false, is one true, read by []",
		"idle: has a dead-letter queue false, is one false, read by []",
		"jobs: has a dead-letter queue true, is one false, read by [worker true]",
		"mail: guarded by [], role worker, called asynchronously false, keeps failures true",
		"nightly: guarded by [], role worker, called asynchronously true, keeps failures false",
		"orders: has a dead-letter queue false, is one false, read by [nightly true]",
		"thumbnail: guarded by [], role worker, called asynchronously true, keeps failures true",
		"worker: guarded by [worker], role worker, called asynchronously false, keeps failures false",
	}
	for _, dir := range []string{"functions-tf", "functions-cfn", "functions-sam"} {
		t.Run(dir, func(t *testing.T) {
			scan, err := parsers.Discover([]string{"../../testdata/twins/" + dir}, parsers.Options{})
			if err != nil || len(scan.Units) != 1 {
				t.Fatal(err, len(scan.Units))
			}
			g := scan.Units[0].Load()
			var got []string
			for _, r := range g.Resources() {
				got = append(got, factsOf(r)...)
			}
			for _, d := range g.Diagnostics() {
				t.Errorf("%v: %s", d.Range, d.Message)
			}
			slices.Sort(got)
			for _, line := range want {
				if !slices.Contains(got, line) {
					t.Errorf("not there: %s", line)
				}
			}
			for _, line := range got {
				if !slices.Contains(want, line) {
					t.Errorf("there: %s", line)
				}
			}
		})
	}
}

// factsOf are what is known of a function, a queue or a table.
func factsOf(r *graph.Resource) (out []string) {
	name := func(r *graph.Resource) string {
		text, _ := graph.Text(r.Attribute(map[string]string{"aws_security_group": "name", "aws_iam_role": "name", "AWS::EC2::SecurityGroup": "GroupName", "AWS::IAM::Role": "RoleName"}[r.Type]))
		return text
	}
	for _, kind := range []any{aws.Function, aws.Queue, aws.Table} {
		if all := known(kind, r); all != nil {
			first, _, _ := strings.Cut(all[0], " with ")
			for i := range all {
				_, all[i], _ = strings.Cut(all[i], " with ")
			}
			out = append(out, first+" with "+strings.Join(all, " and "))
		}
	}
	switch graph.True {
	case aws.Function.Includes(r):
		groups := []string{}
		for g := range aws.Function.SecurityGroups.Of(r).Targets() {
			groups = append(groups, name(g))
		}
		role := ""
		for t := range aws.Function.Role.Of(r).Targets() {
			role = name(t)
		}
		own, _ := aws.Function.Name.Of(r).Get()
		out = append(out, fmt.Sprintf("%s: guarded by %v, role %s, called asynchronously %v, keeps failures %v", own, groups, role, aws.AsynchronousTriggers(r).Any(), aws.KeepsFailures(r)))
	case aws.Queue.Includes(r):
		readers := []string{}
		consumers := aws.ConsumersOf(r)
		for _, c := range consumers.Items {
			reader, _ := aws.Function.Name.Of(c.Function).Get()
			readers = append(readers, reader+" "+c.Certain.String())
		}
		if consumers.Open {
			readers = append(readers, "perhaps others")
		}
		own, _ := aws.Queue.Name.Of(r).Get()
		out = append(out, fmt.Sprintf("%s: has a dead-letter queue %v, is one %v, read by %v", own, aws.HasDeadLetterQueue(r), aws.IsDeadLetterQueue(r), readers))
	}
	return out
}

// TestServerlessFunctions judges what only a function of AWS SAM can be written as.
func TestServerlessFunctions(t *testing.T) {
	const head = "Transform: AWS::Serverless-2016-10-31\nParameters: {Kind: {Type: String}, Source: {Type: String}}\nConditions: {On: !Equals [!Ref Kind, x]}\nResources:\n  Jobs: {Type: AWS::SQS::Queue}\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n"
	for _, c := range []struct{ name, properties, others, asynchronous, keeps, readers string }{
		{"nothing", "      Timeout: 3", "", "false", "false", "[]"},
		{"a generated destination", "      EventInvokeConfig: {DestinationConfig: {OnFailure: {Type: SQS}}}", "", "false", "true", "[]"},
		{"a destination that may be", "      EventInvokeConfig: {DestinationConfig: !If [On, {OnFailure: {Type: SQS}}, {}]}", "", "false", "unknown", "[]"},
		{"a topic", "      Events: {A: {Type: SNS, Properties: {Topic: x}}}", "", "true", "false", "[]"},
		{"a topic through a queue of its own", "      Events: {A: {Type: SNS, Properties: {Topic: x, SqsSubscription: true}}}", "", "false", "false", "[]"},
		{"a topic through a queue", "      Events: {A: {Type: SNS, Properties: {Topic: x, SqsSubscription: {QueueArn: !GetAtt Jobs.Arn, QueueUrl: !Ref Jobs}}}}", "", "false", "false", "[F true]"},
		{"an event of an unknown type", "      Events: {A: {Type: !Ref Kind, Properties: {Queue: !GetAtt Jobs.Arn}}}", "", "unknown", "false", "[perhaps others]"},
		{"events that may be", "      Events: !If [On, {A: {Type: S3, Properties: {Bucket: !Ref B}}}, {}]", "", "unknown", "false", "[perhaps others]"},
		{"a queue of an unknown name", "      Events: {A: {Type: SQS, Properties: {Queue: !Ref Source}}}", "", "false", "false", "[perhaps others]"},
		{"an event that may be turned off", "      Events: {A: {Type: SQS, Properties: {Queue: !GetAtt Jobs.Arn, Enabled: !Ref Kind}}}", "", "false", "false", "[F unknown]"},
		{"an alias", "      AutoPublishAlias: live", "  M: {Type: AWS::Lambda::EventSourceMapping, Properties: {FunctionName: !Ref F.Alias, EventSourceArn: !GetAtt Jobs.Arn}}\n", "false", "false", "[F true]"},
		{"a mapping for a role", "      Timeout: 3", "  M: {Type: AWS::Lambda::EventSourceMapping, Properties: {FunctionName: !Ref FRole, EventSourceArn: !GetAtt Jobs.Arn}}\n", "false", "false", "[somebody true]"},
		{"a mapping that may be", "      Timeout: 3", "  M: {Type: AWS::Lambda::EventSourceMapping, Condition: On, Properties: {FunctionName: !Ref F, EventSourceArn: !GetAtt Jobs.Arn}}\n", "false", "false", "[F unknown]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			scan, err := parsers.Discover([]string{"-"}, parsers.Options{Stdin: []byte(head + c.properties + "\n" + c.others)})
			if err != nil || len(scan.Units) != 1 {
				t.Fatal(err, len(scan.Units))
			}
			g := scan.Units[0].Load()
			f := g.ByAddress("F")
			readers := []string{}
			consumers := aws.ConsumersOf(g.ByAddress("Jobs"))
			for _, c := range consumers.Items {
				who := "somebody"
				if c.Function != nil {
					who = c.Function.Address
				}
				readers = append(readers, who+" "+c.Certain.String())
			}
			if consumers.Open {
				readers = append(readers, "perhaps others")
			}
			got := fmt.Sprint(aws.AsynchronousTriggers(f).Any(), " ", aws.KeepsFailures(f), " ", readers)
			if want := c.asynchronous + " " + c.keeps + " " + c.readers; got != want {
				t.Errorf("it is %s, want %s", got, want)
			}
		})
	}
}

// TestFunctionReaches judges whether a function reaches a table, by its environment or by what its role may do.
func TestFunctionReaches(t *testing.T) {
	const head = "Transform: AWS::Serverless-2016-10-31\nParameters: {Any: {Type: String}}\nResources:\n  T: {Type: AWS::DynamoDB::Table, Properties: {TableName: items}}\n  Other: {Type: AWS::DynamoDB::Table}\n" +
		"  Writer: {Type: AWS::IAM::Role, Properties: {Policies: [{PolicyName: w, PolicyDocument: {Statement: [{Action: dynamodb:PutItem, Resource: !GetAtt T.Arn}]}}]}}\n" +
		"  Idle: {Type: AWS::IAM::Role, Properties: {}}\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      "
	for properties, want := range map[string]graph.Tri{
		"Timeout: 3": graph.False,
		"Environment: {Variables: {TABLE: !Ref T}}":                                                         graph.True,
		"Environment: {Variables: {TABLE: !Ref Other}}":                                                     graph.False,
		"Role: !GetAtt Writer.Arn":                                                                          graph.True,
		"Role: !GetAtt Idle.Arn":                                                                            graph.False,
		"Role: !Ref Any":                                                                                    graph.Unknown,
		"Role: !GetAtt Idle.Arn\n      Policies: [AmazonDynamoDBFullAccess]":                                graph.False,
		"Policies: AmazonDynamoDBFullAccess":                                                                graph.True,
		"Policies: [AmazonS3FullAccess, arn:aws:iam::aws:policy/AdministratorAccess]":                       graph.True,
		"Policies: [AmazonS3FullAccess]":                                                                    graph.False,
		"Policies: [!Ref Any]":                                                                              graph.Unknown,
		"Policies: [{DynamoDBCrudPolicy: {TableName: !Ref T}}]":                                             graph.True,
		"Policies: [{DynamoDBReadPolicy: {TableName: !Ref T}}]":                                             graph.False,
		"Policies: [{DynamoDBWritePolicy: {TableName: items}}]":                                             graph.True,
		"Policies: [{DynamoDBWritePolicy: {TableName: others}}]":                                            graph.False,
		"Policies: [{DynamoDBCrudPolicy: {TableName: !Ref Other}}]":                                         graph.False,
		"Policies: [{DynamoDBCrudPolicy: {TableName: !Ref Any}}]":                                           graph.Unknown,
		"Policies: [{Statement: [{Action: [dynamodb:UpdateItem], Resource: !GetAtt T.Arn}]}]":               graph.True,
		"Policies: [{Statement: [{Action: [dynamodb:GetItem], Resource: !GetAtt T.Arn}]}]":                  graph.False,
		"Timeout: 3\n    Connectors: {C: {Properties: {Destination: {Id: T}, Permissions: [Write]}}}\n    ": graph.Unknown,
	} {
		scan, err := parsers.Discover([]string{"-"}, parsers.Options{Stdin: []byte(head + properties + "\n")})
		if err != nil || len(scan.Units) != 1 {
			t.Fatal(err, len(scan.Units))
		}
		g := scan.Units[0].Load()
		if got := aws.Reaches(g.ByAddress("F"), g.ByAddress("T")); got != want {
			t.Errorf("a function with %s reaches the table: %v, want %v", properties, got, want)
		}
	}
}
