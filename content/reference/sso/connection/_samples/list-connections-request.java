import com.latchkey.Latchkey;
import com.latchkey.sso.ListConnectionsOptions;

public class ListConnections {
  public static void main(String[] args) {
    var latchkey = new Latchkey(System.getenv("LATCHKEY_API_KEY"));

    var list = latchkey.sso.listConnections(
        ListConnectionsOptions.builder()
            .organizationId("org_01J9ZJ8F3M")
            .limit(20)
            .build());

    for (var connection : list.data) {
      System.out.println(connection.id + " " + connection.name);
    }
  }
}
