import com.latchkey.Latchkey;
import com.latchkey.sso.ListConnectionsOptions;

public class ListAllConnections {
  public static void main(String[] args) {
    var latchkey = new Latchkey(System.getenv("LATCHKEY_API_KEY"));

    // region loop
    String after = null;
    do {
      var page = latchkey.sso.listConnections(
          ListConnectionsOptions.builder().after(after).build());
      for (var connection : page.data) {
        System.out.println(connection.name);
      }
      after = page.listMetadata.after; // [!code highlight]
    } while (after != null);
    // endregion
  }
}
